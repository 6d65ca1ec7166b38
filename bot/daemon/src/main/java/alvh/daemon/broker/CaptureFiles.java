package alvh.daemon.broker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The files of a capture, in order of their names; only so many, and so much, are kept. The capture's thread. */
final class CaptureFiles {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Path folder;
    private final String stem;
    private final Capture.Limits limits;
    private final Capture.Disk disk;
    private int number;
    private ByteChannel file;

    CaptureFiles(Path folder, Instant start, Capture.Limits limits, Capture.Disk disk) {
        this.folder = folder;
        this.stem = "frames-" + STAMP.format(start);
        this.limits = limits;
        this.disk = disk;
    }

    void write(boolean newFile, ByteBuffer bytes) throws IOException {
        if (newFile) {
            close();
            file = next();
            forgetOldest();
        }
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    private ByteChannel next() throws IOException {
        makePrivateFolder();
        while (true) {
            Path path = folder.resolve(String.format(Locale.ROOT, "%s-%05d.cap", stem, ++number));
            try {
                return disk.open(path);
            } catch (FileAlreadyExistsException taken) {
                // An earlier start in the same millisecond; the next number is free.
            }
        }
    }

    private void makePrivateFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, privately("rwx------"));
        }
    }

    /** A new file that only its owner may read. */
    static ByteChannel create(Path path) throws IOException {
        return Files.newByteChannel(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                privately("rw-------"));
    }

    private static FileAttribute<?>[] privately(String mode) {
        boolean posix = java.nio.file.FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    private void forgetOldest() throws IOException {
        List<Path> all;
        try (Stream<Path> listed = Files.list(folder)) {
            all = listed.filter(path -> path.getFileName().toString().matches("frames-.*\\.cap")).sorted().toList();
        }
        int kept = 0;
        long bytes = 0;
        for (Path file : all.reversed()) {
            bytes += Files.size(file);
            if (++kept > limits.files() || bytes > limits.keptBytes()) {
                Files.deleteIfExists(file);
            }
        }
    }

    void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException alreadyGone) {
                // What could be written is written.
            }
            file = null;
        }
    }
}
