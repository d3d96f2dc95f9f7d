package dev.chanlint.explorer.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a worker sends, and what is kept of it. */
class RecordCodecTest {

  private record Names(Set<String> all, List<String> inOrder) {}

  private static byte[] written(Names names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RecordCodec.write(new DataOutputStream(bytes), Names.class, names);
    return bytes.toByteArray();
  }

  private static Names names(String... all) {
    return new Names(new LinkedHashSet<>(List.of(all)), List.of("b", "a"));
  }

  @Test
  void equalSetsAreWrittenAlike() throws IOException {
    assertThat(written(names("a", "b", "longer")))
        .isEqualTo(written(names("longer", "b", "a")))
        .isNotEqualTo(written(names("a", "b")));
  }

  @Test
  void givesBackWhatItWrote() throws IOException {
    Names names = names("longer", "", "a");

    assertThat(
            RecordCodec.read(
                new DataInputStream(new ByteArrayInputStream(written(names))), Names.class))
        .isEqualTo(names);
  }
}
