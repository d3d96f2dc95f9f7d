package dev.chanlint.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.analyzer.cache.Key;
import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.cli.CleanIslands.Area;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only of a check of which all shares are there is anything kept. */
class ShareRecordTest {

  private static final Key CHECK = key("check");
  private static final Area CLEAN = new Area(key("clean"), List.of("A.java", "B.java"));
  private static final Area UNCLEAN = new Area(key("unclean"), List.of("C.java", "D.java"));

  @TempDir private Path folder = Path.of("");

  private static Key key(String name) {
    return new Key.Builder("test").add(name).build();
  }

  private static ShareRecord share(Key check, int index, int count, String... unclean) {
    return new ShareRecord(
        check,
        index,
        count,
        index == 0 ? List.of(CLEAN, UNCLEAN) : List.of(),
        new TreeSet<>(List.of(unclean)),
        count,
        List.of());
  }

  /** The islands that are kept as clean, of two. */
  private List<Area> kept(ShareRecord... shares) {
    Store store = Store.in(folder.resolve("shares"));
    Stream.of(shares).forEach(share -> share.keepIn(store));
    Set<ShareRecord> records = new HashSet<>();
    store.contents().forEach(content -> records.add(ShareRecord.read(content)));
    Store clean = Store.in(folder.resolve("clean"));
    ShareRecord.complete(records, clean, Store.none(), Map.of());
    return Stream.of(CLEAN, UNCLEAN).filter(area -> clean.find(area.key()).isPresent()).toList();
  }

  @Test
  void whatNoShareHasAnythingToSayAboutIsClean() {
    assertThat(kept(share(CHECK, 0, 2), share(CHECK, 1, 2, "D.java"))).containsExactly(CLEAN);
  }

  @Test
  void theShareThatIsMissingMayHaveSomethingToSay() {
    assertThat(kept(share(CHECK, 0, 3), share(CHECK, 1, 3, "D.java"))).isEmpty();
  }

  @Test
  void theShareOfAnotherCheckIsNoneOfThisOne() {
    assertThat(kept(share(CHECK, 0, 2), share(key("other"), 1, 2), share(CHECK, 1, 3))).isEmpty();
  }
}
