package dev.chanlint.analyzer.cli;

/**
 * The text of a source file that is not as it is on disk.
 *
 * @param name the file's name, as the user gave it
 * @param text what an editor has
 */
record Unsaved(String name, String text) {}
