package main

import (
	"annals/timeline"
	"annals/timeline/render"
)

// commands is every command, in the order in which a new user meets them. To add one, write a file like show.go and add
// its row; a row without help and examples, or without a script in testdata/script, fails a test.
var commands = []*command{
	addCommand,
	timelineCommand,
	showCommand,
	whyCommand,
	extractCommand,
	sourcesCommand,
	sourceCommand,
	searchCommand,
	confirmCommand,
	rejectCommand,
	restoreCommand,
	editCommand,
	eventCommand,
	mergeCommand,
	splitCommand,
	noteCommand,
	tagCommand,
	untagCommand,
	undoCommand,
	logCommand,
	statusCommand,
	reviewCommand,
	reextractCommand,
	sqlCommand,
	checkCommand,
	verifyCommand,
	backupCommand,
	mergeDBCommand,
	schemaCommand,
	metadataCommand,
	completionCommand,
	parseCommand,
}

func typeNames() []string {
	var names []string
	for _, row := range timeline.Types {
		names = append(names, string(row.Type))
	}
	return names
}

func modalityNames() []string {
	var names []string
	for _, m := range timeline.Modalities {
		names = append(names, string(m))
	}
	return names
}

func formatNames() []string {
	var names []string
	for _, f := range render.Formats {
		names = append(names, f.Name)
	}
	return names
}
