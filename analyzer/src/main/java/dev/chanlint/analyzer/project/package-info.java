/**
 * What is to be analysed: from the paths that a user gives to source files, their classes and the
 * class path. Compiles sources that come without classes. Knows the JDK's compiler API and nothing
 * of Spoon.
 */
@NullMarked
package dev.chanlint.analyzer.project;

import org.jspecify.annotations.NullMarked;
