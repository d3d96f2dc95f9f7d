package dev.chanlint.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TableTest {

  @Test
  void showsMediansAndMultiples() {
    Table table = new Table(List.of("ours", "theirs", "absent"), Set.of("lock"));
    table.add("hop", "ours", List.of(9.0, 20.0));
    table.add("hop", "ours", List.of(10.0));
    table.add("hop", "theirs", List.of(40.0));
    table.add("spawn", "ours", List.of(2_000.0, 3_000.0));
    table.add("spawn", "theirs", List.of(2_500.0));
    table.add("lock", "ours", List.of(7.0));
    table.add("lock", "theirs", List.of(1.0));
    assertThat(table)
        .hasToString(
            """
            | workload | ours | theirs | absent | × theirs | × absent |
            | --- | ---: | ---: | ---: | ---: | ---: |
            | hop | 10.0 | 40.0 | – | 0.25 | – |
            | spawn | 2,500 | 2,500 | – | 1.00 | – |
            | lock \\* | 7.0 | 1.0 | – | 7.00 | – |
            | geometric mean |  |  |  | 0.50 | – |
            """);
  }
}
