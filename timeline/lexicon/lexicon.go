// Package lexicon reads word lists: lines of tab-separated columns, with comments.
package lexicon

import (
	"fmt"
	"io/fs"
	"strings"
)

// A Line is one line of a word list.
type Line struct {
	File   string
	Number int // from 1
	Fields []string
}

// Where returns the line's file and number, as "month.txt:7".
func (l Line) Where() string { return fmt.Sprintf("%s:%d", l.File, l.Number) }

// Field returns the column with the given number, from 0, or the empty string where the line is shorter.
func (l Line) Field(i int) string {
	if i < len(l.Fields) {
		return l.Fields[i]
	}
	return ""
}

// Panic stops the program with the line's place: a word list is part of the program, so a bad
// line is a mistake that any test run must meet.
func (l Line) Panic(format string, args ...any) {
	panic(l.Where() + ": " + fmt.Sprintf(format, args...))
}

// Read returns the lines of a file that hold columns. A line is empty, a comment that begins with "#", or
// tab-separated columns, after which a comment may stand that begins with a tab and "#".
// It panics if the file cannot be read, or a column is empty or has space around it.
func Read(files fs.FS, name string) []Line {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		panic("lexicon: " + err.Error())
	}
	var lines []Line
	for i, text := range strings.Split(string(data), "\n") {
		if at := strings.Index(text, "\t#"); at >= 0 {
			text = text[:at]
		}
		text = strings.TrimRight(text, " \t\r")
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		line := Line{File: name, Number: i + 1, Fields: strings.Split(text, "\t")}
		for _, f := range line.Fields {
			if f == "" || f != strings.TrimSpace(f) {
				line.Panic("columns are separated by one tab each")
			}
		}
		lines = append(lines, line)
	}
	return lines
}
