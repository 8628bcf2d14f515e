// The settings that a command takes: their flags on the command line, and what they come to with environment and file.
import type { Command } from 'commander';
import {
  type Configuration,
  ConfigurationError,
  readConfiguration,
  type Setting,
  settings,
} from '../server/configuration.ts';
import { CommandError, exitCodes } from './exit.ts';

/** Adds the flags of these settings to a command. No defaults here: an absent flag must leave room for the environment. */
export function withSettings(command: Command, names: readonly Setting[]): Command {
  for (const name of names) command.option(settings[name].flag, settings[name].about);
  return command;
}

/** The settings in force for a command. A `--no-demo` that was not given is left out rather than taken for true. */
export async function settingsOf(command: Command, names: readonly Setting[]): Promise<Configuration> {
  const given = names.filter((name) => command.getOptionValueSource(name) === 'cli');
  const flags = Object.fromEntries(given.map((name) => [name, command.getOptionValue(name)]));
  try {
    return await readConfiguration({ flags, environment: process.env, folder: process.cwd() });
  } catch (error) {
    if (error instanceof ConfigurationError) throw new CommandError(exitCodes.usage, error.message);
    throw error;
  }
}
