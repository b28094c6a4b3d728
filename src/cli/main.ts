#!/usr/bin/env node
import { processTerminal } from './process-terminal';
import { run } from './run';

run(process.argv.slice(2), processTerminal());
