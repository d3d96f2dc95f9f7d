package dev.chanlint.runtime.engine;

/**
 * From the ids of objects in a heap dump to where they stand in it, with a mark for each. Open
 * addressing in two arrays, for there are as many as objects.
 */
final class IdMap {

  static final long ABSENT = -1;

  private static final int FIRST = 1 << 12;

  /** Ids, which are never 0. */
  private long[] keys = new long[FIRST];

  /** Places, which are never 0; negative once marked. */
  private long[] places = new long[FIRST];

  private int size;

  /** Notes where an object stands. */
  void put(long id, long place) {
    if (2 * ++size > keys.length) {
      grow();
    }
    int slot = slotOf(id);
    keys[slot] = id;
    places[slot] = place;
  }

  /** Marks an object; returns where it stands, or ABSENT if it is unknown or was marked before. */
  long mark(long id) {
    int slot = slotOf(id);
    long place = places[slot];
    if (place <= 0) {
      return ABSENT;
    }
    places[slot] = -place;
    return place;
  }

  /** Where an object stands, marked or not; ABSENT if it is unknown. */
  long placeOf(long id) {
    long place = Math.abs(places[slotOf(id)]);
    return place == 0 ? ABSENT : place;
  }

  private int slotOf(long id) {
    int mask = keys.length - 1;
    int slot = (int) ((id * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (keys[slot] != 0 && keys[slot] != id) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldPlaces = places;
    keys = new long[2 * oldKeys.length];
    places = new long[2 * oldKeys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slotOf(oldKeys[i]);
        keys[slot] = oldKeys[i];
        places[slot] = oldPlaces[i];
      }
    }
  }
}
