/**
 * From sources to {@link dev.chanlint.model.code.Program}: the only room that knows Spoon and JDT.
 * It parses, asks which type or method a name means, and lowers bodies to three-address code. It
 * runs no code of the sources or of their libraries: facts about library types come from class
 * files read as data.
 */
@NullMarked
package dev.chanlint.analyzer.front;

import org.jspecify.annotations.NullMarked;
