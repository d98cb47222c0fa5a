package org.peercoaching.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind the scripts in {@code deploy/local}. */
@Command(
        name = "local-platform",
        mixinStandardHelpOptions = true,
        subcommands = {
            UpCommand.class,
            StatusCommand.class,
            DownCommand.class,
            ResetCommand.class,
            RehearseCommand.class
        },
        description = "Runs the peer-coaching platform on this machine.")
public final class LocalPlatform {

    private LocalPlatform() {}

    /**
     * Runs one command and ends with its status: 0, 1 if it could not be done, 2 if it was asked
     * for wrongly.
     */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new LocalPlatform());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler(
                (exception, failed, result) -> complain(exception, failed));
        return commandLine;
    }

    private static int complain(Exception exception, CommandLine failed) {
        failed.getErr().println(CannotStart.inOneLine(exception));
        return failed.getCommandSpec().exitCodeOnExecutionException();
    }
}
