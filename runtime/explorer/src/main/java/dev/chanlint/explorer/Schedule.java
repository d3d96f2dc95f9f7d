package dev.chanlint.explorer;

/**
 * The choices of one execution as a short text, which replays it.
 *
 * @param text printable, without white space
 */
public record Schedule(String text) {

  @Override
  public String toString() {
    return text;
  }
}
