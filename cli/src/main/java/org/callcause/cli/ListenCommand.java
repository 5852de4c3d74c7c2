package org.callcause.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.callcause.Callcause;
import org.callcause.call.CallLimits;
import org.callcause.live.LiveCalls;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Receives HEP and reports calls as they end. */
@Command(
        name = "listen",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Receives HEP from SIP servers and capture agents, and writes one line of JSON for every call that ends.",
            ""
        },
        footer = {
            "",
            "It runs until SIGTERM or SIGINT: then it reads what has arrived and reports the calls that are open.",
            "The output file may be renamed or truncated at any time; within a second it is opened anew."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "2:Bad usage, or an address, a file or a rule that cannot be used.",
            "70:A defect of Callcause.",
            "74:The reports could not be written.",
            "128+n:Ended by signal n, in order."
        })
final class ListenCommand implements Callable<Integer> {

    private static final String ANY = "0.0.0.0";

    private final Console console;

    @Option(
            names = "--hep",
            paramLabel = "[udp:|tcp:|tls:][HOST:]PORT",
            description = "Receive HEP here: 9060 is UDP on all addresses, udp:192.0.2.1:9060 on one, tcp:9061 is TCP,"
                    + " tls:[2001:db8::1]:9062 TLS (with --tls-keystore) on an IPv6 address. May be given again.")
    private List<String> hep = new ArrayList<>();

    @Option(names = "--hep-tcp", paramLabel = "[HOST:]PORT", description = "The same as --hep tcp:[HOST:]PORT.")
    private List<String> hepTcp = new ArrayList<>();

    @Option(names = "--hep-tls", paramLabel = "[HOST:]PORT", description = "The same as --hep tls:[HOST:]PORT.")
    private List<String> hepTls = new ArrayList<>();

    @Option(names = "--tls-keystore", paramLabel = "FILE", description = "The key for TLS, in PKCS #12 or JKS.")
    private Optional<Path> keyStore = Optional.empty();

    @Option(
            names = "--tls-password-file",
            paramLabel = "FILE",
            description = "The password of the key store, on the first line of this file.")
    private Optional<Path> keyStorePassword = Optional.empty();

    @Option(
            names = "--hep-key-file",
            paramLabel = "FILE",
            description = "Take only packets with the authentication key on the first line of this file.")
    private Optional<Path> hepKey = Optional.empty();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Append the reports to this file (default: standard output). FILE.run beside it keeps what"
                    + " the next start must know if this process is killed.")
    private Optional<Path> outputFile = Optional.empty();

    @Option(names = "--all", description = "Report registrations and other exchanges too, not only calls.")
    private boolean all;

    @Option(
            names = "--metrics",
            paramLabel = "[HOST:]PORT|off",
            defaultValue = "9464",
            description = "Where to serve figures for Prometheus, on the loopback address unless a host is given"
                    + " (default: ${DEFAULT-VALUE}).")
    private String metrics = "9464";

    @Option(
            names = "--open-calls",
            paramLabel = "N",
            description = "Follow at most so many calls at once; the oldest is reported early beyond it"
                    + " (default: 1000000).")
    private Optional<Integer> openCalls = Optional.empty();

    @Option(
            names = "--shards",
            paramLabel = "N",
            defaultValue = "1",
            description = "Follow calls on so many threads, spread by Call-ID; what calls tell of each other is then"
                    + " seen within a shard only (default: ${DEFAULT-VALUE}).")
    private int shards = 1;

    @Mixin
    private AnalysisOptions options = new AnalysisOptions();

    ListenCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Callcause callcause = options.callcause(console, limits());
        if (!options.haveAllRules()) {
            throw CommandException.badInput("not begun: it would run for weeks without rules that it was given");
        }
        CountDownLatch outputGone = new CountDownLatch(1);
        Listening listening = listening(callcause, outputGone);
        Thread ending = new Thread(listening::close, "callcause-end");
        Runtime.getRuntime().addShutdownHook(ending);
        outputGone.await();
        listening.close();
        return ExitStatus.NOT_WRITTEN;
    }

    private Listening listening(Callcause callcause, CountDownLatch outputGone) {
        Listening.Feeds feeds = new Listening.Feeds(addresses(), key(), tls());
        try {
            ReportOutput output = outputFile.isPresent()
                    ? ReportFile.open(outputFile.get(), console)
                    : new ReportPipe(console.output(), outputGone::countDown);
            LiveCalls.Builder calls = LiveCalls.with(callcause).shards(shards);
            return Listening.begin(
                    calls, feeds, output, outputFile.map(RunRecord::beside), all, metricsAddress(), console);
        } catch (IOException failed) {
            throw CommandException.badInput(OneLine.of(failed));
        }
    }

    private CallLimits limits() {
        if (openCalls.filter(most -> most < 1).isPresent() || shards < 1) {
            throw CommandException.badInput("--open-calls and --shards must be positive");
        }
        return openCalls.map(CallLimits.DEFAULT::withOpenCalls).orElse(CallLimits.DEFAULT);
    }

    private List<FeedAddress> addresses() {
        List<FeedAddress> addresses = new ArrayList<>();
        hep.forEach(text -> addresses.add(FeedAddress.of("--hep", text, "udp", ANY)));
        hepTcp.forEach(text -> addresses.add(FeedAddress.of("--hep-tcp", text, "tcp", ANY)));
        hepTls.forEach(text -> addresses.add(FeedAddress.of("--hep-tls", text, "tls", ANY)));
        if (addresses.isEmpty()) {
            throw CommandException.badInput("say where to listen: --hep udp:9060 (see 'callcause listen --help')");
        }
        return addresses;
    }

    private Optional<InetSocketAddress> metricsAddress() {
        return metrics.equals("off")
                ? Optional.empty()
                : Optional.of(
                        FeedAddress.of("--metrics", metrics, "tcp", "127.0.0.1").address());
    }

    private Optional<String> key() {
        return hepKey.map(file -> Secret.firstLine("--hep-key-file", file));
    }

    private Optional<TlsIdentity> tls() {
        return keyStore.map(file ->
                TlsIdentity.of(file, keyStorePassword.map(secret -> Secret.firstLine("--tls-password-file", secret))));
    }
}
