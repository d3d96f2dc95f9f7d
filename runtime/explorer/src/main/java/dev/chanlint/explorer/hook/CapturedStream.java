package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A standard stream of the code under test: each call that prints is one operation. */
final class CapturedStream extends PrintStream {

  private final boolean kept;

  CapturedStream(boolean kept) {
    super(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    this.kept = kept;
  }

  private void emit(String text) {
    Execution execution = Execution.current();
    if (kept && execution != null && !text.isEmpty()) {
      execution.print(text);
    }
  }

  private void emitLine(String text) {
    emit(text + "\n");
  }

  @Override
  public void write(int b) {
    emit(new String(new byte[] {(byte) b}, StandardCharsets.ISO_8859_1));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    emit(new String(bytes, offset, length, StandardCharsets.UTF_8));
  }

  @Override
  public void write(byte[] bytes) {
    write(bytes, 0, bytes.length);
  }

  @Override
  public void print(boolean value) {
    emit(String.valueOf(value));
  }

  @Override
  public void print(char value) {
    emit(String.valueOf(value));
  }

  @Override
  public void print(int value) {
    emit(String.valueOf(value));
  }

  @Override
  public void print(long value) {
    emit(String.valueOf(value));
  }

  @Override
  public void print(float value) {
    emit(String.valueOf(value));
  }

  @Override
  public void print(double value) {
    emit(String.valueOf(value));
  }

  @Override
  public void print(char[] value) {
    emit(String.valueOf(value));
  }

  @Override
  public void print(@Nullable String value) {
    emit(String.valueOf(value));
  }

  @Override
  public void print(@Nullable Object value) {
    emit(String.valueOf(value));
  }

  @Override
  public void println() {
    emitLine("");
  }

  @Override
  public void println(boolean value) {
    emitLine(String.valueOf(value));
  }

  @Override
  public void println(char value) {
    emitLine(String.valueOf(value));
  }

  @Override
  public void println(int value) {
    emitLine(String.valueOf(value));
  }

  @Override
  public void println(long value) {
    emitLine(String.valueOf(value));
  }

  @Override
  public void println(float value) {
    emitLine(String.valueOf(value));
  }

  @Override
  public void println(double value) {
    emitLine(String.valueOf(value));
  }

  @Override
  public void println(char[] value) {
    emitLine(String.valueOf(value));
  }

  @Override
  public void println(@Nullable String value) {
    emitLine(String.valueOf(value));
  }

  @Override
  public void println(@Nullable Object value) {
    emitLine(String.valueOf(value));
  }

  @Override
  public PrintStream printf(String format, @Nullable Object... arguments) {
    return format(format, arguments);
  }

  @Override
  public PrintStream printf(@Nullable Locale locale, String format, @Nullable Object... arguments) {
    return format(locale, format, arguments);
  }

  @Override
  public PrintStream format(String format, @Nullable Object... arguments) {
    emit(String.format(Locale.ROOT, format, arguments));
    return this;
  }

  @Override
  public PrintStream format(@Nullable Locale locale, String format, @Nullable Object... arguments) {
    emit(String.format(locale, format, arguments));
    return this;
  }

  @Override
  public PrintStream append(@Nullable CharSequence text) {
    emit(String.valueOf(text));
    return this;
  }

  @Override
  public PrintStream append(@Nullable CharSequence text, int start, int end) {
    emit(String.valueOf(text).substring(start, end));
    return this;
  }

  @Override
  public PrintStream append(char value) {
    emit(String.valueOf(value));
    return this;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
