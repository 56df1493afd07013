package io.apicredentials.credential;

import io.apicredentials.network.IpAllowList;
import io.apicredentials.permission.Permissions;
import org.jspecify.annotations.Nullable;

/** The part of a credential that can be edited, all of it valid. */
public record CredentialContent(
        CredentialText name, @Nullable CredentialText description, IpAllowList allowedIps, Permissions permissions) {}
