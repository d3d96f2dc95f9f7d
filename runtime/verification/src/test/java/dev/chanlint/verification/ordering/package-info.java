/**
 * What two threads may see of each other through the runtime, as jcstress tests: an outcome that a
 * test does not name fails it. The package isn't null-marked, for the harness that jcstress makes
 * for each test lands in it.
 */
package dev.chanlint.verification.ordering;
