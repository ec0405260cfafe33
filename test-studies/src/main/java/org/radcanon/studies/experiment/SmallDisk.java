package org.radcanon.studies.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A small file system (tmpfs), where we may mount one. */
final class SmallDisk implements AutoCloseable {

  private final Path folder;
  private final boolean mounted;
  private final Thread end = new Thread(this::unmount);

  private SmallDisk(Path folder, boolean mounted) {
    this.folder = folder;
    this.mounted = mounted;
  }

  static SmallDisk at(Path folder, int kilobytes) throws IOException {
    Files.createDirectories(folder);
    boolean mounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", folder.toString());
    SmallDisk disk = new SmallDisk(folder, mounted);
    if (mounted) {
      Runtime.getRuntime().addShutdownHook(disk.end);
    }
    return disk;
  }

  /** False: this user may not mount; the folder is an ordinary one. */
  boolean isMounted() {
    return mounted;
  }

  @Override
  public void close() {
    if (mounted) {
      Runtime.getRuntime().removeShutdownHook(end);
      unmount();
    }
  }

  private void unmount() {
    run("umount", "-l", folder.toString());
  }

  private static boolean run(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
