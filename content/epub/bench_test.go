package epub

import (
	"errors"
	"fmt"
	"io"
	"testing"

	goepub "github.com/go-shiori/go-epub"

	"warraq/content"
)

// long is a book of 300 chapters and 70,000 words, 440 pages of A5.
func long() *content.Document {
	words := []string{"الكتاب", "في", "مدينة", "بين", "سنة", "2023", "عمل", "الناس", "على", "حفظ", "العلوم،", "ونقلوها", "من", "لغة", "إلى", "أخرى.", "ثم", "جاء", "زمن", "الطباعة"}
	var chapters []*content.Chapter
	n := 0
	for c := range 300 {
		ch := chapter(fmt.Sprintf("الفصل %d", c+1), head(2, "قسم"))
		for range 6 {
			s := ""
			for range 39 {
				s += words[(n*7+n/20)%len(words)] + " "
				n++
			}
			ch.Blocks = append(ch.Blocks, para(text(s), &content.NoteRef{Note: &content.Note{Blocks: []content.Block{line("هامش.")}}}))
		}
		chapters = append(chapters, ch)
	}
	return book(chapters...)
}

func BenchmarkWrite(b *testing.B) {
	doc, opt := long(), amiri(b)
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, doc, opt); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkStages says what each stage of Write takes.
func BenchmarkStages(b *testing.B) {
	doc, opt := long(), amiri(b)
	e, err := begin(doc, opt)
	if err != nil {
		b.Fatal(err)
	}
	if err := errors.Join(e.render(), e.compose()); err != nil {
		b.Fatal(err)
	}
	b.Run("plan", func(b *testing.B) {
		for b.Loop() {
			begin(doc, opt)
		}
	})
	b.Run("compose", func(b *testing.B) {
		for b.Loop() {
			e.render()
			e.compose()
		}
	})
	for name, fs := range map[string]goepub.FSType{"draft": storage, "draft-on-disk": goepub.OsFS} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				draft(e, fs)
			}
		})
	}
	b.Run("finish", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			p, _ := draft(e, storage)
			b.StartTimer()
			if err := finish(p, e); err != nil {
				b.Fatal(err)
			}
		}
	})
}
