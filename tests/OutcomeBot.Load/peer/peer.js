'use strict';

// The peer: checks the signature as Bolt does, acknowledges, stores nothing, calls nobody.
const { App, HTTPReceiver, LogLevel } = require('@slack/bolt');

const receiver = new HTTPReceiver({
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  endpoints: ['/slack/commands', '/slack/interactions', '/slack/events'],
  logLevel: LogLevel.ERROR,
});

const app = new App({
  receiver,
  logLevel: LogLevel.ERROR,
  authorize: async () => ({ botToken: 'xoxb-peer', botId: 'B0PEER', botUserId: 'U0PEER' }),
});

app.command('/outcome', async ({ ack }) => ack());
app.action(/.*/, async ({ ack }) => ack());

app.start({ port: Number(process.env.PORT), host: '127.0.0.1' });
