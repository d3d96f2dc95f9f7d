package dev.chanlint.analyzer.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

  private static final Key KEY = new Key.Builder("test").add("one").build();
  private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder = Path.of("");

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void givesBackWhatItKeeps() {
    Store store = Store.in(folder.resolve("store"));
    assertThat(store.find(KEY)).isEmpty();

    store.keep(KEY, CONTENT);

    assertThat(store.find(KEY)).hasValue(CONTENT);
    assertThat(Store.in(folder.resolve("store")).find(KEY)).hasValue(CONTENT);
    assertThat(store.find(new Key.Builder("test").add("two").build())).isEmpty();
  }

  @Test
  void damageMakesAFileAsGoodAsNone() throws Exception {
    Store store = Store.in(folder);
    store.keep(KEY, CONTENT);
    Path file = files().getFirst();
    byte[] whole = Files.readAllBytes(file);

    for (int damaged = 0; damaged < whole.length; damaged++) {
      byte[] changed = whole.clone();
      changed[damaged] ^= 1;
      Files.write(file, changed);
      assertThat(store.find(KEY)).isEmpty();
    }
    Files.write(file, new byte[3]);
    assertThat(store.find(KEY)).isEmpty();

    store.keep(KEY, CONTENT);
    assertThat(store.find(KEY)).hasValue(CONTENT);
  }

  @Test
  void aFolderThatCannotBeMadeKeepsNothing() throws Exception {
    Store store = Store.in(Files.writeString(folder.resolve("file"), "").resolve("store"));

    store.keep(KEY, CONTENT);

    assertThat(store.find(KEY)).isEmpty();
    assertThat(files()).hasSize(1);
  }

  @Test
  void manyMayUseItAtOnce() throws Exception {
    List<Key> keys =
        IntStream.range(0, 50).mapToObj(n -> new Key.Builder("test").add("" + n).build()).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> users =
          IntStream.range(0, 4).<Future<?>>mapToObj(_ -> threads.submit(() -> use(keys))).toList();
      for (Future<?> user : users) {
        user.get();
      }
    }
    assertThat(files()).hasSize(keys.size());
  }

  private void use(List<Key> keys) {
    Store store = Store.in(folder);
    for (Key key : keys) {
      byte[] content = key.name().getBytes(StandardCharsets.UTF_8);
      store.keep(key, content);
      assertThat(store.find(key)).hasValue(content);
    }
  }

  @Test
  void theOldestGo() throws Exception {
    Store store = Store.in(folder);
    for (int n = 0; n < 300; n++) {
      store.keep(new Key("00" + n), CONTENT);
    }

    assertThat(files()).hasSizeLessThanOrEqualTo(256);
    assertThat(store.find(new Key("00299"))).isPresent();
  }

  @Test
  void keysTellTheirPartsApart() {
    assertThat(new Key.Builder("k").add("ab").add("c").build())
        .isNotEqualTo(new Key.Builder("k").add("a").add("bc").build())
        .isNotEqualTo(new Key.Builder("j").add("ab").add("c").build())
        .isEqualTo(new Key.Builder("k").add("ab").add("c").build());
  }

  @Test
  void joinedWithAnotherItHasWhatBothHad() throws IOException {
    Store store = Store.in(folder.resolve("store"));
    Store other = Store.in(folder.resolve("other"));
    Key theirs = new Key.Builder("test").add("two").build();
    Key damaged = new Key.Builder("test").add("three").build();
    store.keep(KEY, CONTENT);
    other.keep(damaged, CONTENT);
    Files.write(
        folder.resolve("other/" + damaged.name().substring(0, 2) + "/" + damaged.name()),
        new byte[40]);
    other.keep(theirs, new byte[0]);

    store.join(other);
    store.join(Store.none());
    store.join(Store.in(folder.resolve("nowhere")));

    assertThat(store.find(KEY)).hasValue(CONTENT);
    assertThat(store.find(theirs)).hasValue(new byte[0]);
    assertThat(store.find(damaged)).isEmpty();
    assertThat(store.contents()).containsExactlyInAnyOrder(CONTENT, new byte[0]);
  }
}
