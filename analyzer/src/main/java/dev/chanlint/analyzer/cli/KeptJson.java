package dev.chanlint.analyzer.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What is kept in a store as JSON. Where nothing is, the library that reads it is not set up. */
final class KeptJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private KeptJson() {}

  /**
   * What was kept.
   *
   * @param content what the store gave
   */
  static <T> T read(byte[] content, TypeReference<T> type) {
    try {
      return JSON.readValue(content, type);
    } catch (IOException e) {
      throw new UncheckedIOException("the store gave back what was not put into it", e);
    }
  }

  /** What to keep. */
  static byte[] write(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot be written", e);
    }
  }
}
