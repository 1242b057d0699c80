'use strict';

// The peer in Teams: checks the token and reads the activity as the Agents SDK does, acknowledges, stores nothing, calls nobody.
const express = require('express');
const { authorizeJWT } = require('@microsoft/agents-hosting');
const { Activity } = require('@microsoft/agents-activity');

const connection = {
  clientId: process.env.CLIENT_ID,
  tenantId: process.env.TENANT_ID,
  authority: process.env.AUTHORITY,
  issuers: [process.env.ISSUER],
};

const app = express();
app.use(express.json());
app.use(authorizeJWT({ ...connection, connections: new Map([['serviceConnection', connection]]) }));
app.post('/api/messages', (request, response) => {
  Activity.fromObject(request.body);
  response.status(200).end();
});

app.listen(Number(process.env.PORT), '127.0.0.1');
