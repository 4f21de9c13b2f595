//go:build race

package when

const raceDetector = true
