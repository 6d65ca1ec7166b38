package alvh.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.ClassPrepareRequest;

/**
 * Kills a daemon at an exact place of its program: a debugger stops every thread at the entry of a method, and then the
 * process gets SIGKILL. Nothing of this is in the product: it runs as it is shipped.
 */
final class CrashPoint implements AutoCloseable {

    private static final String LISTENING = "Listening for transport dt_socket at address: ";

    private final RunningProcess daemon;
    private final VirtualMachine machine;
    private final CompletableFuture<Void> struck = new CompletableFuture<>();

    private CrashPoint(RunningProcess daemon, VirtualMachine machine) {
        this.daemon = daemon;
        this.machine = machine;
    }

    /** Starts a verb of the daemon with the debugger attached and the point armed. */
    static CrashPoint arm(Path home, String type, String method, String... verb) {
        RunningProcess daemon = DaemonProcess.start(home,
                List.of("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0"), Map.of(), verb);
        daemon.says(LISTENING);
        String port = daemon.out().lines().filter(line -> line.startsWith(LISTENING)).findFirst().orElseThrow()
                .substring(LISTENING.length()).strip();
        VirtualMachine machine = attach(port);
        List<ReferenceType> loaded = machine.classesByName(type);
        if (loaded.isEmpty()) {
            ClassPrepareRequest prepare = machine.eventRequestManager().createClassPrepareRequest();
            prepare.addClassFilter(type);
            prepare.putProperty("method", method);
            prepare.enable();
        } else {
            stopAt(loaded.getFirst(), method);
        }
        CrashPoint point = new CrashPoint(daemon, machine);
        // Every event of the debugger stops the program until it is answered.
        Thread.ofPlatform().name("debugger").daemon().start(point::listen);
        return point;
    }

    private static VirtualMachine attach(String port) {
        AttachingConnector socket = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(c -> c.name().equals("com.sun.jdi.SocketAttach")).findFirst().orElseThrow();
        Map<String, Connector.Argument> arguments = socket.defaultArguments();
        arguments.get("hostname").setValue("127.0.0.1");
        arguments.get("port").setValue(port);
        try {
            return socket.attach(arguments);
        } catch (IOException | IllegalConnectorArgumentsException e) {
            throw new AssertionError("the debugger could not attach to port " + port, e);
        }
    }

    private static void stopAt(ReferenceType type, String method) {
        type.virtualMachine().eventRequestManager()
                .createBreakpointRequest(type.methodsByName(method).getFirst().location()).enable();
    }

    RunningProcess daemon() {
        return daemon;
    }

    /** Waits until the point has been reached and the process is gone. */
    void strike() {
        try {
            struck.get(RunningProcess.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the crash point was not reached; it printed\n" + daemon.text(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private void listen() {
        try {
            while (true) {
                EventSet events = machine.eventQueue().remove();
                for (Event event : events) {
                    switch (event) {
                        case BreakpointEvent reached -> {
                            daemon.kill9();
                            struck.complete(null);
                            return;
                        }
                        case ClassPrepareEvent prepared ->
                            stopAt(prepared.referenceType(), (String) prepared.request().getProperty("method"));
                        default -> {
                            // the machine's start and death
                        }
                    }
                }
                events.resume();
            }
        } catch (InterruptedException | VMDisconnectedException ended) {
            struck.completeExceptionally(ended);
        }
    }

    @Override
    public void close() {
        daemon.close();
    }
}
