package dev.chanlint.explorer.worker;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;

/**
 * Messages over a pair of streams. Each is framed by a mark, its length and a checksum, and
 * whatever else stands on the stream, such as what the JVM prints when it dies, is skipped.
 */
final class Connection {

  private static final long MARK = 0xC4A7_11D7_0BAD_F00DL;
  private static final int MAX_LENGTH = 256 << 20;

  private final DataInputStream in;
  private final DataOutputStream out;

  Connection(InputStream in, OutputStream out) {
    this.in = new DataInputStream(new BufferedInputStream(in));
    this.out = new DataOutputStream(out);
  }

  /** Sends a message whole; threads may call this at once. */
  synchronized void send(Message message) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RecordCodec.write(new DataOutputStream(bytes), Message.class, message);
    byte[] body = bytes.toByteArray();
    out.writeLong(MARK);
    out.writeInt(body.length);
    out.writeLong(checksum(body));
    out.write(body);
    out.flush();
  }

  /**
   * Waits for the next message.
   *
   * @throws EOFException if the other side is gone
   */
  Message receive() throws IOException {
    while (true) {
      skipToMark();
      in.mark(16);
      int length = in.readInt();
      long checksum = in.readLong();
      if (length >= 0 && length <= MAX_LENGTH) {
        byte[] body = in.readNBytes(length);
        if (body.length == length && checksum(body) == checksum) {
          return RecordCodec.read(
              new DataInputStream(new ByteArrayInputStream(body)), Message.class);
        }
      } else {
        in.reset();
      }
    }
  }

  private void skipToMark() throws IOException {
    long window = 0;
    int seen = 0;
    while (window != MARK || seen < Long.BYTES) {
      window = window << Byte.SIZE | in.readUnsignedByte();
      seen++;
    }
  }

  private static long checksum(byte[] body) {
    CRC32 crc = new CRC32();
    crc.update(body);
    return crc.getValue();
  }
}
