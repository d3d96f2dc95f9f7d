/**
 * What instrumented code calls in place of the JDK. A class here stands for one class or family of
 * the JDK; its static methods turn a call into operations of the engine, or report what can not be
 * controlled. Nothing but instrumented code calls them, so all are public and none is API.
 */
@NullMarked
package dev.chanlint.explorer.hook;

import org.jspecify.annotations.NullMarked;
