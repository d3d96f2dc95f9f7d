package dev.chanlint.analyzer.report;

import dev.chanlint.analyzer.cache.Key;
import dev.chanlint.rules.Finding;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What findings are known by from one run to the next: a digest of the rule and of what the finding
 * is about, then how many of the same came before it in reading order. Neither lines and columns
 * nor the names of local variables are in it.
 */
public final class Fingerprints {

  private static final int BYTES = 16;

  private Fingerprints() {}

  /**
   * The fingerprints of a program's findings.
   *
   * @param findings all of them, in reading order
   * @return the fingerprint of each, by identity
   */
  public static Map<Finding, String> of(List<Finding> findings) {
    Map<Finding, String> prints = new IdentityHashMap<>();
    Map<String, Integer> met = new HashMap<>();
    for (Finding finding : findings) {
      String digest = digest(finding.rule() + "\n" + finding.subject());
      prints.put(finding, digest + ":" + met.merge(digest, 1, Integer::sum));
    }
    return prints;
  }

  private static String digest(String text) {
    byte[] hash = Key.digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, BYTES);
  }
}
