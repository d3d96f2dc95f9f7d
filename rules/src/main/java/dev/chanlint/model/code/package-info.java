/**
 * A program as code: functions in three-address form with control flow, resolved references and
 * types. This is what a front end builds, and all that the analyses know of the sources. It says
 * what the Java language says and nothing about channels or locks: that a call is a send is for the
 * analyses to see.
 */
@NullMarked
package dev.chanlint.model.code;

import org.jspecify.annotations.NullMarked;
