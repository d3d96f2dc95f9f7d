package dev.chanlint.model.machine;

import dev.chanlint.model.code.Position;

/**
 * A lock held.
 *
 * @param lock the object that is the lock, or whose monitor it is
 * @param facet the lock's state
 * @param shared whether it is held for reading
 * @param at where it was acquired
 * @param frame the call that acquired it
 * @param isLeftBehind whether that call has ended by an exception
 */
public record Hold(
    Thing lock, LockFacet facet, boolean shared, Position at, Frame frame, boolean isLeftBehind) {

  Hold leftBehind() {
    return new Hold(lock, facet, shared, at, frame, true);
  }
}
