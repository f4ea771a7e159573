package isolate

import "strings"

// units are the symbols that a number goes on with behind a space: of the SI,
// of data and of the clock. A number goes on with any Latin that touches it.
var units = wordSet("m cm mm km µm μm nm dm ha " +
	"g kg mg µg μg gsm t l L ml mL cl cL dl hl " +
	"s ms min h d Hz kHz MHz GHz " +
	"W kW MW GW Wh kWh V kV mV A mA Ω kΩ F µF J kJ MJ cal kcal N kN Pa hPa kPa MPa bar mbar K °C °F lm lx cd mol dB eV " +
	"bit B kB KB MB GB TB kbit Mbit kbps Mbps Gbps px pt dpi ppi lpi fps ko Ko Mo Go To ppm " +
	"rpm mph ft in lb oz mi AM PM am pm")

func wordSet(words string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// unit is a symbol behind a space, or several with a slash or a dot: km, km/h,
// kg/m³, m·s⁻².
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
	for to+1 < len(text) && (text[to] == '/' || text[to] == '·' || text[to] == '⋅') {
		next := symbol(text, to+1)
		if next < 0 {
			break
		}
		to = next
	}
	return ends(text, to)
}

// symbol is one symbol of units, with its exponent.
func symbol(text []rune, i int) int {
	to := i
	for to < len(text) && to-i < 6 && isUnitRune(text[to]) {
		to++
	}
	name := strings.TrimRight(string(text[i:to]), exponents)
	if to == i || !units[name] {
		return -1
	}
	return to
}

func isUnitRune(r rune) bool {
	switch r {
	case '°', 'µ', 'μ', 'Ω':
		return true
	}
	return isLatin(r) || strings.ContainsRune(exponents, r)
}
