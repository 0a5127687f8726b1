package io.lockstep.launcher.cli;

import picocli.CommandLine.IVersionProvider;

/** Version of the program and of the JVM that runs it. */
final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return new String[] {
            "lockstep " + (version == null ? "(not packaged)" : version),
            "JVM " + Runtime.version() + " (" + System.getProperty("java.vm.name") + ")"
        };
    }
}
