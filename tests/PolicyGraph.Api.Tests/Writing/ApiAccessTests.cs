using Microsoft.AspNetCore.Http;
using PolicyGraph.Api.Writing;

namespace PolicyGraph.Api.Tests.Writing;

public sealed class ApiAccessTests
{
    private static readonly ApiKey Reader = new("reader", "reading-secret-0001", ApiRights.Read);
    private static readonly ApiKey Curator = new("curator", "writing-secret-0001", ApiRights.Write);

    /// <summary>
    /// Whether reading needs a key, the header, the status of reading and of writing, and a part of what who may not write is told.
    /// </summary>
    [Theory]
    [InlineData(false, null, 200, 401, "needs a key with the right to write")]
    [InlineData(false, "Bearer writing-secret-0001", 200, 200, "")]
    [InlineData(false, "bearer writing-secret-0001", 200, 200, "")]
    [InlineData(false, "Bearer reading-secret-0001", 200, 403, "reader lacks the right to write")]
    [InlineData(false, "Bearer writing-secret-0002", 401, 401, "not known")]
    [InlineData(false, "Basic writing-secret-0001", 200, 401, "needs a key with the right to write")]
    [InlineData(false, "Bearers of keys", 200, 401, "needs a key with the right to write")]
    [InlineData(true, null, 401, 401, "needs a key with the right to write")]
    [InlineData(true, "Bearer ", 401, 401, "not known")]
    [InlineData(true, "Bearer reading-secret-0001", 200, 403, "reader lacks the right to write")]
    [InlineData(true, "Bearer writing-secret-0001", 200, 200, "")]
    public void A_request_may_do_what_its_key_lets_it(bool readingNeedsKey, string? header, int reading, int writing, string reason)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Authorization = header;
        var access = new ApiAccess([Reader, Curator], readingNeedsKey);

        var refusal = access.Refuse(request, ApiRights.Write);

        Assert.Equal((reading, writing), (access.Refuse(request, ApiRights.Read)?.Status ?? 200, refusal?.Status ?? 200));
        Assert.Contains(reason, refusal?.Message ?? "", StringComparison.Ordinal);
        Assert.Equal(refusal is { Status: 401 }, refusal?.Challenge is "Bearer" or "Bearer error=\"invalid_token\"");
    }

    [Theory]
    [InlineData(false, ApiRights.Read, null)]
    [InlineData(false, ApiRights.Write, "No key with the right to write is set")]
    [InlineData(true, ApiRights.Read, "No key with the right to read is set")]
    public void Without_keys_none_is_wrong(bool readingNeedsKey, ApiRights right, string? reason)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Authorization = "Bearer of-somebody-elses-gate";
        Assert.Equal(
            reason is null,
            new ApiAccess([], readingNeedsKey).Refuse(request, right) is not { } refusal
                || !refusal.Message.Contains(reason ?? "", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_secret_that_is_too_short_is_refused() =>
        Assert.Throws<ArgumentException>(() => new ApiKey("anyone", "short", ApiRights.Read));
}
