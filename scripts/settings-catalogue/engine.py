"""ClickHouse of the Python packages, with the protocol of test/system/sql/engine-process.cjs."""
import json
import sys
from unittest.mock import MagicMock

sys.modules["pyarrow"] = MagicMock()  # imported by chdb, used for other formats than text only

from chdb.session import Session  # noqa: E402

session = Session()
for line in sys.stdin:
    try:
        answer = {"rows": session.query(json.loads(line), "TSVRaw").bytes().decode()}
    except Exception as error:
        answer = {"error": str(error)}
    print(json.dumps(answer), flush=True)
