/**
 * Programs that the sandbox's tests explore: each static method with {@link
 * dev.chanlint.explorer.sandbox.programs.Expect} is one, and says what must come of it.
 */
package dev.chanlint.explorer.sandbox.programs;
