package dev.chanlint.explorer;

import dev.chanlint.runtime.Task;
import java.io.Serializable;

/**
 * Code to explore, written as a lambda. It is serialisable so that the explorer can find out which
 * method it stands for and call that in a fresh, instrumented copy of its class; what it captures
 * must be values of the JDK.
 */
@FunctionalInterface
public interface Program extends Task, Serializable {}
