package dev.chanlint.model.search;

/**
 * How far a search goes.
 *
 * @param preemptions how often a goroutine that could go on is held up in one run
 * @param stepsPerRun how many instructions one run performs
 * @param operationsPerRun how many observable operations
 * @param stepsAfterMain how many of them after the main goroutine has returned
 */
record Limits(int preemptions, int stepsPerRun, int operationsPerRun, int stepsAfterMain) {}
