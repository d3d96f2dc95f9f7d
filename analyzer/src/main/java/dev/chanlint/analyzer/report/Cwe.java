package dev.chanlint.analyzer.report;

import java.util.Map;

/**
 * Names of the weaknesses in the Common Weakness Enumeration, version 4.18, that rules refer to.
 */
final class Cwe {

  static final String VERSION = "4.18";
  static final String GUID = "2a6e9e5a-8b5e-4a38-a6a3-0d3b1f4c7e21";

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(
              362, "Concurrent Execution using Shared Resource with Improper Synchronization"),
          Map.entry(366, "Race Condition within a Thread"),
          Map.entry(367, "Time-of-check Time-of-use (TOCTOU) Race Condition"),
          Map.entry(390, "Detection of Error Condition Without Action"),
          Map.entry(400, "Uncontrolled Resource Consumption"),
          Map.entry(404, "Improper Resource Shutdown or Release"),
          Map.entry(413, "Improper Resource Locking"),
          Map.entry(416, "Use After Free"),
          Map.entry(476, "NULL Pointer Dereference"),
          Map.entry(
              543, "Use of Singleton Pattern Without Synchronization in a Multithreaded Context"),
          Map.entry(567, "Unsynchronized Access to Shared Data in a Multithreaded Context"),
          Map.entry(609, "Double-Checked Locking"),
          Map.entry(662, "Improper Synchronization"),
          Map.entry(667, "Improper Locking"),
          Map.entry(672, "Operation on a Resource after Expiration or Release"),
          Map.entry(764, "Multiple Locks of a Critical Resource"),
          Map.entry(765, "Multiple Unlocks of a Critical Resource"),
          Map.entry(772, "Missing Release of Resource after Effective Lifetime"),
          Map.entry(820, "Missing Synchronization"),
          Map.entry(821, "Incorrect Synchronization"),
          Map.entry(826, "Premature Release of Resource During Expected Lifetime"),
          Map.entry(832, "Unlock of a Resource that is not Locked"),
          Map.entry(833, "Deadlock"),
          Map.entry(835, "Loop with Unreachable Exit Condition ('Infinite Loop')"),
          Map.entry(1341, "Multiple Releases of Same Resource or Handle"));

  private Cwe() {}

  static String name(int number) {
    return NAMES.getOrDefault(number, "CWE-" + number);
  }
}
