package dev.chanlint.analyzer.confirm.cache;

import dev.chanlint.analyzer.cache.Key;
import dev.chanlint.analyzer.confirm.EntryExplorer;
import dev.chanlint.analyzer.confirm.Request;
import dev.chanlint.explorer.Exploration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Explores what was not explored before: the same entry point in the same way, by the same
 * explorer, over the same bytes of every class and resource that it took part in or looked for. A
 * change to code that no exploration loaded keeps what is known.
 */
public final class CachedExplorer implements EntryExplorer {

  private final EntryExplorer explorer;
  private final ExplorationStore store;
  private final List<Path> classPath;
  private final List<String> allowed;
  private final Digests digests;

  /**
   * Makes one.
   *
   * @param explorer explores what is not known
   * @param store where what is known is kept
   * @param classPath what the entry points run with
   * @param allowed the effects that they may have
   */
  public CachedExplorer(
      EntryExplorer explorer, ExplorationStore store, List<Path> classPath, List<String> allowed) {
    this.explorer = explorer;
    this.store = store;
    this.classPath = List.copyOf(classPath);
    this.allowed = List.copyOf(allowed);
    this.digests = new Digests(classPath);
  }

  /**
   * The explorer that explores: another version may see other things.
   *
   * @return its digest
   */
  public static String tool() {
    return Tool.DIGEST;
  }

  @Override
  public Exploration explore(Request request) throws InterruptedException {
    Digests current = digests(request);
    Key key = key(request, current);
    Optional<Exploration> known = store.get(key, current);
    if (known.isPresent()) {
      return known.get();
    }
    Exploration explored = explorer.explore(request);
    if (isWorthKeeping(explored)) {
      store.put(key, explored, current);
    }
    return explored;
  }

  /** Of a worker that died nobody knows what it had loaded; and it may be that it was killed. */
  private boolean isWorthKeeping(Exploration explored) {
    return !explored.lookups().isEmpty() && allowed.isEmpty();
  }

  private Digests digests(Request request) {
    return request.additional().isEmpty()
        ? digests
        : new Digests(Stream.concat(request.additional().stream(), classPath.stream()).toList());
  }

  private static Key key(Request request, Digests current) {
    String type = request.entry().replaceFirst("#.*", "");
    return new Key.Builder("exploration")
        .add(Tool.DIGEST)
        .add(request.entry())
        .add(current.of(type.replace('.', '/') + ".class"))
        .add(request.effort().toString())
        .add(request.goal().fingerprint())
        .build();
  }

  @Override
  public List<Path> classPath() {
    return explorer.classPath();
  }

  @Override
  public void cancel() {
    explorer.cancel();
  }

  private static final class Tool {

    static final String DIGEST = digest();

    private static String digest() {
      try {
        Path home =
            Path.of(Exploration.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Key.Builder explorer = new Key.Builder("explorer");
        try (Stream<Path> files = Files.walk(home)) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            explorer.add(Files.readAllBytes(file));
          }
        }
        return explorer.build().name();
      } catch (URISyntaxException e) {
        throw new IllegalStateException("cannot tell where the explorer is", e);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the explorer", e);
      }
    }
  }
}
