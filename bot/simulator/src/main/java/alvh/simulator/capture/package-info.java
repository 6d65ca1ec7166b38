/**
 * Recorded sessions: reads what the daemon's recorder wrote, prints it as fields, and plays it back to a client.
 *
 * <p>The plot: {@link alvh.simulator.capture.Recording} walks the files and cuts each direction of each link into frames;
 * {@link alvh.simulator.capture.FramePrinter} decodes them by the message tables and prints them with accounts masked;
 * {@link alvh.simulator.capture.ReplayServer} lets a client have the session again. Nothing here knows the exchange.
 *
 * <p><b>The file.</b> Numbers are big-endian. Eight characters {@code ALVHCAP\n}, format version (int, 1), beginning
 * (long, UTC milliseconds). Then records: kind (byte), link (int, from 1 in each run of the daemon), UTC milliseconds
 * (long), length (int), that many bytes:
 * <ul>
 * <li>{@code S} bytes sent by the client, {@code R} bytes received: as they passed the socket, frames not aligned;
 * <li>{@code O} a link was opened (host:port), {@code C} closed by the client (nothing);
 * <li>{@code G} bytes lost, because the disk was slow: {@code S} or {@code R} (byte), how many (long), a place;
 * <li>{@code K} a link goes on from the file before: place and first frame of what was sent, then of what was received.
 * </ul>
 * A place says where the next frame begins: bytes to pass over (int, -1 unknown), then a count (byte) and the bytes of a
 * length prefix half gone by. A first frame is a length (int) and its bytes, {@code API} and length prefix included. A
 * file may end anywhere: what is whole is read. Files of one run share the stamp in their name and are read as one.
 */
package alvh.simulator.capture;
