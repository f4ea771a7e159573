package pdf

import (
	"bytes"
	"fmt"
	"strconv"
)

// readContents takes the content streams of n pages, in their order, out of a
// draft. gopdf writes plain numbered objects, each page with one uncompressed
// stream; anything else is an error, so that a change of the library's ways
// does not pass unseen.
func readContents(file []byte, n int) ([][]byte, error) {
	objects, err := readObjects(file)
	if err != nil {
		return nil, err
	}
	var streams [][]byte
	for _, body := range objects {
		if !bytes.Contains(head(body), []byte("/Type /Page\n")) {
			continue
		}
		if bytes.Contains(body, []byte("/Contents \n")) {
			streams = append(streams, nil) // a blank page
			continue
		}
		ref, err := reference(body, "/Contents ")
		if err != nil {
			return nil, err
		}
		if ref < 1 || ref > len(objects) {
			return nil, fmt.Errorf("draft page refers to object %d, which is not there", ref)
		}
		stream, err := streamOf(objects[ref-1])
		if err != nil {
			return nil, err
		}
		streams = append(streams, stream)
	}
	if len(streams) != n {
		return nil, fmt.Errorf("draft has %d pages, want %d", len(streams), n)
	}
	return streams, nil
}

// head is the part of an object in which its dictionary's keys stand.
func head(body []byte) []byte { return body[:min(len(body), 200)] }

// readObjects cuts a draft into the bodies of its objects, 1 first. It steps
// over streams by their length, since codes could spell any word.
func readObjects(file []byte) ([][]byte, error) {
	var objects [][]byte
	at := bytes.Index(file, []byte("1 0 obj\n"))
	for at >= 0 {
		opening := strconv.Itoa(len(objects)+1) + " 0 obj\n"
		if !bytes.HasPrefix(file[at:], []byte(opening)) {
			break
		}
		start := at + len(opening)
		end, err := endOfObject(file, start)
		if err != nil {
			return nil, fmt.Errorf("draft object %d: %w", len(objects)+1, err)
		}
		objects = append(objects, file[start:end])
		at = min(end+len("endobj\n\n"), len(file))
	}
	if len(objects) == 0 || at < 0 || !bytes.HasPrefix(file[at:], []byte("xref\n")) {
		return nil, fmt.Errorf("draft is not the plain file that gopdf used to write")
	}
	return objects, nil
}

func endOfObject(file []byte, start int) (int, error) {
	from := start
	if i := bytes.Index(file[start:], []byte("stream\n")); i >= 0 {
		if e := bytes.Index(file[start:start+i], []byte("endobj")); e < 0 {
			length, err := reference(file[start:start+i], "/Length ")
			if err != nil {
				return 0, err
			}
			from = start + i + len("stream\n") + length
		}
	}
	if from > len(file) {
		return 0, fmt.Errorf("stream is longer than the file")
	}
	i := bytes.Index(file[from:], []byte("endobj"))
	if i < 0 {
		return 0, fmt.Errorf("no endobj")
	}
	return from + i, nil
}

// reference reads the number that follows a key.
func reference(body []byte, key string) (int, error) {
	i := bytes.Index(body, []byte(key))
	if i < 0 {
		return 0, fmt.Errorf("draft object has no %s", key)
	}
	digits := bytes.TrimLeft(body[i+len(key):], " ")
	end := 0
	for end < len(digits) && digits[end] >= '0' && digits[end] <= '9' {
		end++
	}
	n, err := strconv.ParseInt(string(digits[:end]), 10, 32) // far below what sums could overflow
	return int(n), err
}

// streamOf gives the bytes of an uncompressed stream.
func streamOf(body []byte) ([]byte, error) {
	i := bytes.Index(body, []byte("stream\n"))
	if i < 0 || bytes.Contains(body[:i], []byte("/Filter")) {
		return nil, fmt.Errorf("draft page has no plain stream")
	}
	length, err := reference(body[:i], "/Length ")
	if err != nil {
		return nil, err
	}
	from := i + len("stream\n")
	if from+length > len(body) {
		return nil, fmt.Errorf("draft stream is cut short")
	}
	return body[from : from+length], nil
}
