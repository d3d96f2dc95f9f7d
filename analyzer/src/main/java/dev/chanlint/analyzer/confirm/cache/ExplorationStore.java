package dev.chanlint.analyzer.confirm.cache;

import dev.chanlint.analyzer.cache.Key;
import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.explorer.Exploration;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Explorations that are kept, each with the digests of all that was looked for on its class path:
 * it holds as long as these are the same.
 */
public final class ExplorationStore {

  private final Store store;

  /**
   * Keeps them.
   *
   * @param store where
   */
  public ExplorationStore(Store store) {
    this.store = store;
  }

  /**
   * Keeps them in a user's cache.
   *
   * @param cache the folder of the cache
   * @return the store
   */
  public static ExplorationStore in(Path cache) {
    return new ExplorationStore(Store.in(cache.resolve("explorations")));
  }

  /**
   * Keeps what another store has, as if it had been explored here.
   *
   * @param other the other
   */
  public void join(ExplorationStore other) {
    store.join(other.store);
  }

  /** What was kept under a key, if what it rests on is the same now. */
  Optional<Exploration> get(Key key, Digests digests) {
    return store.find(key).flatMap(content -> read(content, digests));
  }

  private static Optional<Exploration> read(byte[] content, Digests digests) {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
    try {
      int names = in.readInt();
      for (int i = 0; i < names; i++) {
        String name = in.readUTF();
        if (!in.readUTF().equals(digests.of(name))) {
          return Optional.empty();
        }
      }
      return Optional.of(Exploration.ofBytes(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("the store gave back what was not put into it", e);
    }
  }

  /** Keeps an exploration. */
  void put(Key key, Exploration exploration, Digests digests) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(content);
    try {
      out.writeInt(exploration.lookups().size());
      for (String name : new TreeSet<>(exploration.lookups())) {
        out.writeUTF(name);
        out.writeUTF(digests.of(name));
      }
      out.write(exploration.toBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to memory", e);
    }
    store.keep(key, content.toByteArray());
  }
}
