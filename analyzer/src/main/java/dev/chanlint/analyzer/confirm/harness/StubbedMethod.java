package dev.chanlint.analyzer.confirm.harness;

import java.lang.classfile.MethodModel;
import java.lang.classfile.Signature;

/**
 * A method that an object of an interface must have.
 *
 * @param method the method
 * @param result what it gives back, with what the interface's type arguments say
 */
record StubbedMethod(MethodModel method, Signature result) {}
