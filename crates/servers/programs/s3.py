"""A service of S3 by moto, with the bucket `site` and a key that opens it, which is told after the port.

--guarded: it looks at keys and policies, and lets nobody write below locked/.
"""

import argparse
import json
import threading

import boto3
import serving
from moto import settings
from moto.server import ThreadedMotoServer

arguments = argparse.ArgumentParser()
arguments.add_argument("--guarded", action="store_true")
options = arguments.parse_args()

POLICY = {
    "Version": "2012-10-17",
    "Statement": [
        {"Effect": "Allow", "Action": "s3:*", "Resource": "*"},
        {"Effect": "Deny", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::site/locked/*"},
    ],
}

server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
server.start()
port = server.get_host_and_port()[1]


def client(service):
    return boto3.client(
        service,
        endpoint_url=f"http://127.0.0.1:{port}",
        region_name="us-east-1",
        aws_access_key_id="x",
        aws_secret_access_key="x",
    )


client("s3").create_bucket(Bucket="site")
iam = client("iam")
iam.create_user(UserName="nendo")
iam.put_user_policy(UserName="nendo", PolicyName="most", PolicyDocument=json.dumps(POLICY))
key = iam.create_access_key(UserName="nendo")["AccessKey"]
if options.guarded:
    settings.INITIAL_NO_AUTH_ACTION_COUNT = 0
serving.ready(port, key["AccessKeyId"], key["SecretAccessKey"])
threading.Event().wait()
