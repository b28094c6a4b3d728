/** The ARN of a role of AWS. */
export const awsRoleArn = /^arn:aws(-[a-z]+)*:iam::\d{12}:role\/[\w+=,.@/-]+$/;

/** Ids of Azure: subscriptions, tenants, clients. */
export const azureId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
