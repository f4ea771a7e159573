package main

import "testing"

// TestONIX: what is not in its order, or not of its form, is a fault.
func TestONIX(t *testing.T) {
	message := func(inner string) []byte {
		return []byte(`<ONIXMessage xmlns="http://ns.editeur.org/onix/3.0/reference" release="3.0"><Header><Sender><SenderName>x</SenderName></Sender><SentDateTime>20240131</SentDateTime></Header>` + inner + `</ONIXMessage>`)
	}
	const head = `<Product><RecordReference>a</RecordReference><NotificationType>03</NotificationType><ProductIdentifier><ProductIDType>15</ProductIDType><IDValue>9780306406157</IDValue></ProductIdentifier>` +
		`<DescriptiveDetail><ProductComposition>00</ProductComposition><ProductForm>ED</ProductForm><TitleDetail><TitleType>01</TitleType><TitleElement><TitleElementLevel>01</TitleElementLevel><TitleText>t</TitleText></TitleElement></TitleDetail></DescriptiveDetail>`
	if _, err := onixFaults(message(head + `</Product>`)); err != nil {
		t.Error(err)
	}
	for what, inner := range map[string]string{
		"no product":                   ``,
		"a date without its publisher": head + `<PublishingDetail><PublishingDate><PublishingDateRole>01</PublishingDateRole><Date>2024</Date></PublishingDate></PublishingDetail></Product>`,
		"two of one":                   head + `<CollateralDetail/><CollateralDetail/></Product>`,
		"an element of none":           head + `<Colour/></Product>`,
	} {
		if _, err := onixFaults(message(inner)); err == nil {
			t.Errorf("%s: no fault", what)
		}
	}
}
