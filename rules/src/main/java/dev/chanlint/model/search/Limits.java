package dev.chanlint.model.search;

/**
 * How far a search goes.
 *
 * @param preemptions how often a goroutine that could go on is held up in one run
 * @param stepsPerRun how many instructions one run performs
 * @param stepsAfterMain how many of them after the main goroutine has returned
 * @param steps how many instructions all runs perform together
 */
record Limits(int preemptions, int stepsPerRun, int stepsAfterMain, long steps) {}
