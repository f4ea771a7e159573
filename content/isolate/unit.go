package isolate

import "strings"

// units are the symbols that a number goes on with behind a space: of the SI,
// of data and of the clock. A number goes on with any Latin that touches it.
var units = wordSet("m cm mm km µm μm nm dm m² m³ cm² cm³ km² mm² ha " +
	"g kg mg µg μg t l L ml mL cl cL dl hl " +
	"s ms min h d Hz kHz MHz GHz " +
	"W kW MW GW Wh kWh V kV mV A mA Ω kΩ F µF J kJ MJ cal kcal N kN Pa hPa kPa MPa bar mbar K °C °F lm lx cd mol dB eV " +
	"bit B kB KB MB GB TB kbit Mbit kbps Mbps Gbps px pt dpi ppi fps " +
	"rpm mph ft in lb oz mi AM PM am pm")

func wordSet(words string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// unit is a symbol behind a space, or two with a slash: km, km/h, kg/m³.
func unit(text []rune, i int) int {
	if i >= len(text) || !IsGap(text[i]) && text[i] != '°' && text[i] != 'µ' && text[i] != 'μ' && text[i] != 'Ω' {
		return -1
	}
	at := i
	if IsGap(text[at]) {
		at++
	}
	to := symbol(text, at)
	if to < 0 {
		return -1
	}
	if to < len(text) && text[to] == '/' {
		to = max(to, symbol(text, to+1))
	}
	return ends(text, to)
}

// symbol is one symbol of units.
func symbol(text []rune, i int) int {
	to := i
	for to < len(text) && to-i < 6 && isUnitRune(text[to]) {
		to++
	}
	if to == i || !units[string(text[i:to])] {
		return -1
	}
	return to
}

func isUnitRune(r rune) bool {
	switch r {
	case '°', 'µ', 'μ', 'Ω', '²', '³':
		return true
	}
	return isLatin(r)
}
