package dev.chanlint.explorer.sandbox;

import java.lang.classfile.CodeBuilder;
import java.util.function.Consumer;

/**
 * The method whose body is rewritten.
 *
 * @param name its name in the class file
 * @param displayName its name for a reader
 * @param isSynchronized whether its body holds the monitor of {@code this} or of the class
 * @param parameterSlots how many slots of local variables it has values in from the start
 * @param afterInit whether its class is surely initialised when it runs
 * @param prologue what it does first
 */
record MethodTarget(
    String name,
    String displayName,
    boolean isStatic,
    boolean isSynchronized,
    int parameterSlots,
    boolean afterInit,
    Consumer<CodeBuilder> prologue) {}
