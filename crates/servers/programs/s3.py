"""A service of S3 by moto, with the bucket `site` and a key that opens it, which is told after the port.

A line `fetch FOLDER` writes all that is in the bucket into a folder, and `put FILE PATH` a file into the bucket.
--guarded: it looks at keys and policies, and lets nobody write below locked/.
"""

import argparse
import json
import pathlib
import sys

import boto3
import serving
from botocore.exceptions import ClientError
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
serving.tell(port, key["AccessKeyId"], key["SecretAccessKey"])
files = client("s3")
for line in sys.stdin:
    match line.rstrip("\n").split(" ", 2):
        case "fetch", *words:
            folder = pathlib.Path(" ".join(words))
            for page in files.get_paginator("list_objects_v2").paginate(Bucket="site"):
                for entry in page.get("Contents", []):
                    file = folder / entry["Key"]
                    file.parent.mkdir(parents=True, exist_ok=True)
                    try:
                        files.download_file("site", entry["Key"], str(file))
                    except ClientError:
                        # It went meanwhile: somebody's last words were still on their way.
                        pass
        case "put", file, path:
            files.upload_file(file, "site", path)
    print("done", flush=True)
serving.end()
