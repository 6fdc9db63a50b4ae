#!/usr/bin/env bash
# Runs once, when Gradescope builds the autograder's image.
set -euo pipefail

# Filled in by `rnn-check scaffold`.
package=@package@

node_version=v20.20.2
cd /opt
apt-get update && apt-get install -y --no-install-recommends ca-certificates curl xz-utils
curl -fsSL "https://nodejs.org/dist/$node_version/node-$node_version-linux-x64.tar.xz" | tar -xJ
ln -sf "/opt/node-$node_version-linux-x64/bin/"* /usr/local/bin/

# A tarball (npm pack) beside this script is used if the package is named as a path.
cd /autograder/source
npm install --global --no-audit --no-fund "$package"
rnn-check --version
