package locale

import "strings"

// rtlLanguages are the languages that are written from right to left and whose
// script x/text 0.44.0 does not know, such as Southern Pashto (pbt), Iraqi Arabic (acm),
// Dari (prs) and the Hebrew of the Bible (hbo): the likely subtags of CLDR 48, as ICU
// 78.2 gives them.
var rtlLanguages = func() map[string]bool {
	m := make(map[string]bool)
	for tag := range strings.FieldsSeq(`
	aao abh abv acm acq acw acx adf aec aee aeq afb aib aii aij aiq aju amw ars ask atn auj auz avd ayh
	ayl ayn ayp azb bdz bgp bhe bhm bhn bjf bjm brk bsh bsk chg clh czk def deh dmk dml drw esh fay faz
	ggg gha ghr gig glh grr gwf gzi hac hbo hkh hoh hrt hrz hss huy isk itk jad jat jbe jbn jdg jnd jog
	jpa jpr jrb jye kbu kcy kfm klj kmz kqd ktl kzh lhs lrk lrl lsa lsd lss luv mby mey mfi mhj mid mnj
	mve mzb nli nlm ntz nyq oar odk pbt per phr phv plk pmu prc prs prx psh psi pst qxq rdb sam sbn sdb
	sdf sdg sds sgl sgr sgy shd shm shv siy siz smy sqo sqt srh srz ssh sts syc syn tjo tks tmr tnf tov
	tra trg trm ush uzs vaf vgr vmh wbk wlo wne wsv xhe xka xkc xkj xkp xvi ydg yhd yih yud zba zrp zum`) {
		m[tag] = true
	}
	return m
}()
