// fault: race
package frame_sender;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.ArrayList;
import java.util.List;

/** Sends frames of samples to a plotter and fills the next one. */
public final class Buggy {

  static final class Frame {
    final List<Integer> samples = new ArrayList<>();
  }

  static final class Recorder {
    private final Chan<Frame> frames;
    private Frame current = new Frame();

    Recorder(Chan<Frame> frames) {
      this.frames = frames;
    }

    void record(int sample) {
      current.samples.add(sample); // want race-mutate-after-send, race-unguarded
      if (current.samples.size() == 2) {
        flush();
      }
    }

    private void flush() {
      frames.send(current);
      current.samples.clear(); // want race-mutate-after-send, race-unguarded
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Frame> frames = Chan.make(1);
          Chan<Integer> sums = Chan.make();
          Go.go(
              () -> {
                int sum = 0;
                for (Frame frame : frames) {
                  for (int sample : frame.samples) { // want race-mutate-after-send, race-unguarded
                    sum += sample;
                  }
                }
                sums.send(sum);
              });
          Recorder recorder = new Recorder(frames);
          for (int i = 0; i < 4; i++) {
            recorder.record(i);
          }
          frames.close();
          System.out.println(sums.receive() >= 0);
        });
  }
}
