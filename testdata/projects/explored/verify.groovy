// One test passes, having run every schedule; the other's message is the witness of its deadlock.
def log = new File(basedir, 'build.log').text
assert log =~ /Tests run: 2, Failures: 1, Errors: 0, Skipped: 0/
assert log =~ /AccountTest\.transferIsSafe/
assert !(log =~ /AccountTest\.transferInOrderIsSafe.*(FAILURE|ERROR)/)
assert log.contains('deadlock: all goroutines are asleep - deadlock!')
assert log =~ /step  main +goroutine 2/
assert log =~ /BLOCKED \[.+\] on monitor\d/
assert log =~ /replay: @ExploreTest\(replay = "1:[^"\s]+"\)/
